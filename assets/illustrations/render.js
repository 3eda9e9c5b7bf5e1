// Renders an SVG to a PNG with 2400 pixels on the long side: node render.js IN.svg OUT.png
'use strict';
const fs = require('fs');
const { Resvg } = require('@resvg/resvg-js');

const LONG_SIDE = 2400;
const [, , from, to] = process.argv;
const svg = fs.readFileSync(from, 'utf8');
const { width, height } = new Resvg(svg);
const mode = width >= height ? 'width' : 'height';
const options = { fitTo: { mode, value: LONG_SIDE }, font: { loadSystemFonts: false } };
fs.writeFileSync(to, new Resvg(svg, options).render().asPng());
