import { ownPage } from './return-to.rules.js';

describe('the page to go on with after signing in', () => {
  it.each([
    '/',
    '/portfolio',
    '/check-grid?asOf=r7#top',
    '/projects/DA-2022-014/edit',
    '/%2F%2Felsewhere.example',
  ])('is %s when asked for', (address) => {
    expect(ownPage(address)).toBe(address);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n\\elsewhere.example',
    '/.//elsewhere.example',
    '/portfolio/..//elsewhere.example',
    'javascript:alert(1)',
    ' /portfolio',
    '',
    'portfolio',
    '/\\:',
    undefined,
    ['/portfolio', '//elsewhere.example'],
  ])('is never that of another site: %j', (address) => {
    expect(ownPage(address)).toBe('/');
  });

  it('holds no line break that would end a header', () => {
    expect(ownPage('/portfolio\r\nset-cookie: a=b')).toBe('/portfolioset-cookie:%20a=b');
  });
});
