import { chmodSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../support/chromium.mjs';
import { fixtureTree, type FixtureTree } from './fixture-tree';

const never = () => {
  throw new Error('nothing is installed where it is not needed');
};

let tree: FixtureTree;
beforeEach(() => {
  tree = fixtureTree({ 'here/chromium': '#!/bin/sh\n', 'there/readme': '' });
  chmodSync(path.join(tree.folder, 'here/chromium'), 0o755);
});
afterEach(() => tree.remove());

describe('looking for a browser', () => {
  const inFolder = (name: string) => path.join(tree.folder, name);

  it('takes the one of CHROME_PATH', () => {
    const environment = { CHROME_PATH: inFolder('here/chromium'), PATH: '' };
    expect(findChromium({ environment, install: never })).toBe(inFolder('here/chromium'));
  });

  it('says so when the one of CHROME_PATH does not exist', () => {
    const environment = { CHROME_PATH: inFolder('there/chrome'), PATH: inFolder('here') };
    expect(() => findChromium({ environment, install: never })).toThrow(
      /CHROME_PATH is .*no program of that name/,
    );
  });

  it('takes an installed one', () => {
    const environment = { PATH: `${inFolder('there')}:${inFolder('here')}` };
    expect(findChromium({ environment, install: never })).toBe(inFolder('here/chromium'));
  });

  it('installs one where it may, and takes it', () => {
    const environment = { PATH: inFolder('there') };
    const install = () => {
      environment.PATH = inFolder('here');
      return true;
    };
    expect(findChromium({ environment, install })).toBe(inFolder('here/chromium'));
  });

  it('fails with one sentence where there is none and none can be installed', () => {
    const environment = { PATH: inFolder('there') };
    expect(() => findChromium({ environment, install: () => false })).toThrow(
      /^The browser tests need Chrome or Chromium: .*CHROME_PATH\.$/,
    );
  });
});
