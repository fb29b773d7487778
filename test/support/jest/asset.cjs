/** Stands in for style sheets, fonts and pictures that a component imports. */
module.exports = 'asset';
