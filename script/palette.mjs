// A picture of a page has few colours; stored by their numbers it takes a third of the room.
import { deflateSync } from 'node:zlib';

const COLOURS = 128;

/** Runs in the browser, which can read its own pictures: gives each pixel's number, and the colours. */
async function numberColours({ png, most }) {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);

  const uses = new Map();
  for (const pixel of pixels) uses.set(pixel, (uses.get(pixel) ?? 0) + 1);
  const palette = [...uses].sort((a, b) => b[1] - a[1]).slice(0, most).map(([pixel]) => pixel);
  const channel = (pixel, i) => (pixel >>> (8 * i)) & 255;
  const distance = (a, b) => [0, 1, 2].reduce((sum, i) => sum + (channel(a, i) - channel(b, i)) ** 2, 0);
  const nearest = (pixel) =>
    palette.reduce((best, colour, i) => (distance(colour, pixel) < distance(palette[best], pixel) ? i : best), 0);
  const numbers = new Map([...uses.keys()].map((pixel) => [pixel, nearest(pixel)]));

  let text = '';
  for (const pixel of pixels) text += String.fromCharCode(numbers.get(pixel));
  return { width, height, indexes: btoa(text), colours: palette.flatMap((pixel) => [0, 1, 2].map((i) => channel(pixel, i))) };
}

/** PNG's CRC-32, which Node 18 has no function for. */
function crcOf(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crcOf(body), body.length + 4);
  return whole;
}

/** The same picture as a PNG with a palette. page: any page of a browser. */
export async function withPalette(page, png) {
  const picture = await page.evaluate(numberColours, { png: png.toString('base64'), most: COLOURS });
  const { width, height } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, a palette, and the only compression, filter and order that need no more
  const indexes = Buffer.from(picture.indexes, 'base64');
  const lines = Buffer.alloc((width + 1) * height); // each line begins with its filter: none
  for (let y = 0; y < height; y++) indexes.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(picture.colours)),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
