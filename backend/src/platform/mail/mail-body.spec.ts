import { writeBody } from './mail-body.js';

describe('the body of a mail', () => {
  const { text, html } = writeBody([
    'Guten Tag <b>O’Neil & Söhne</b>,\nzweite Zeile',
    { link: 'https://agenda.example.org/set-password#a"b' },
  ]);

  it('is the same as text and as HTML', () => {
    expect(text).toBe(
      'Guten Tag <b>O’Neil & Söhne</b>,\nzweite Zeile\n\nhttps://agenda.example.org/set-password#a"b\n',
    );
    expect(html).toContain('<p>Guten Tag &lt;b&gt;O’Neil &amp; Söhne&lt;/b&gt;,<br>zweite Zeile</p>');
  });

  it('names its language, so that it is read aloud rightly', () => {
    expect(html).toContain('<html lang="de">');
    expect(writeBody(['Dear reader'], 'en').html).toContain('<html lang="en">');
  });

  it('lets nothing out of an attribute', () => {
    expect(html).toContain('<a href="https://agenda.example.org/set-password#a&quot;b">');
  });
});
