import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Filter } from '../filter.js';
import { fields, shape } from '../scene.js';
import { withUnit } from '../tip.js';
import { bytes } from '../unpack.js';
import { next } from '../walk.js';

const marks = [{ id: 'a', origin: 'NIS', status: 'claimed' }, { id: 'b', origin: 'HUR', status: 'confirmed' },
  { id: 'c', origin: 'NIS', status: 'denied' }, { id: 'e' }];

test('a filter hides an origin and shows it again, and leaves what has none', () => {
  const f = new Filter(marks, ['confirmed', 'claimed', 'denied']);
  assert.deepEqual(f.names('status'), ['confirmed', 'claimed', 'denied']);
  f.toggle('origin', 'NIS');
  assert.deepEqual(f.kept().map((m) => m.id), ['b', 'e']);
  f.toggle('origin', 'NIS');
  assert.equal(f.kept().length, 4);
});

test('to hide all brings all back', () => {
  const f = new Filter(marks.slice(0, 2));
  f.toggle('origin', 'NIS');
  f.toggle('origin', 'HUR');
  assert.equal(f.kept().length, 2);
});

test('arrows walk, and stop at the ends', () => {
  assert.equal(next('ArrowDown', -1, 3), 0);
  assert.equal(next('ArrowUp', -1, 3), 2);
  assert.equal(next('ArrowRight', 2, 3), 2);
  assert.equal(next('ArrowLeft', 1, 3), 0);
  assert.equal(next('Home', 2, 3), 0);
  assert.equal(next('End', 0, 3), 2);
  assert.equal(next('a', 0, 3), null);
  assert.equal(next('ArrowDown', 0, 0), null);
});

test('a small mark answers about itself, at most half the way to the next; a row where it stands', () => {
  const [a, b, row] = fields([{ id: 'a', x: 0, y: 0, width: 4, height: 4 }, { id: 'b', x: 10, y: 0, width: 4, height: 4 },
    { id: 'r', x: 0, y: 40, width: 200, height: 12 }]);
  assert.deepEqual(a, { x: -3, y: -3, width: 10, height: 10 });
  assert.deepEqual(b, { x: 7, y: -3, width: 10, height: 10 });
  assert.deepEqual(row, { x: 0, y: 40, width: 200, height: 12 });
});

test('a path and a text of the picture become shapes that look alike', () => {
  const e = (tagName, attributes, textContent) => ({ tagName, textContent, getAttribute: (k) => attributes[k] });
  const path = shape(e('path', { d: 'm0 0h4' }), { fill: 'none', stroke: 'rgb(1, 2, 3)', strokeWidth: '1.4px',
    strokeDasharray: '2.4px, 1.8px' });
  assert.deepEqual([path.shape.pathData, path.style.stroke, path.style.lineWidth, path.style.lineDash],
    ['m0 0h4', 'rgb(1, 2, 3)', 1.4, [2.4, 1.8]]);
  const text = shape(e('text', { x: '3', y: '10' }, 'NIS'),
    { fontSize: '10px', fontWeight: '600', fontStyle: 'normal', fill: 'black', textAnchor: 'end' });
  assert.deepEqual([text.x, text.y, text.style.text, text.style.align, text.style.font],
    [3, 6.4, 'NIS', 'right', 'normal 600 10px Inter, sans-serif']);
});

test('a value has its unit, in brackets where the words before it would make it wrong', () => {
  assert.equal(withUnit('3,000', 'soldiers'), '3,000 soldiers');
  assert.equal(withUnit('≈ 1', 'soldiers'), '≈ 1 (soldiers)');
  assert.equal(withUnit('2 million', 'soldiers'), '2 million (soldiers)');
});

test('Ascii85 reads back', () => {
  assert.deepEqual([...bytes('87cURD]')], [...new TextEncoder().encode('Hello')]);
  assert.deepEqual([...bytes('z')], [0, 0, 0, 0]);
});
