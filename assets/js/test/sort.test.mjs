import assert from 'node:assert/strict';
import test from 'node:test';
import { compare, plain } from '../sort.js';

const row = (text, dataset = {}) => ({ dataset, cells: [{ textContent: text }] });
const sorted = (kind, rows) => [...rows].sort(compare(kind, 0, 'en')).map((r) => r.cells[0].textContent);

test('numbers as they are written', () => {
  const written = [['1,234.5', 1234.5], ['1.234,5', 1234.5], ['12 000', 12000], ['≈ 1,500', 1500], ['\u22123.2', -3.2], ['85 %', 85]];
  for (const [text, want] of written) {
    assert.equal(plain(text), want, text);
  }
  assert.ok(Number.isNaN(plain('unknown')));
});

test('values before what is shown, and what has none last', () => {
  const rows = [row('none'), row('1–2 million', { low: '1000000', high: '2000000' }), row('≈ 500', { best: '500' })];
  assert.deepEqual(sorted('number', rows), ['≈ 500', '1–2 million', 'none']);
});

test('dates by the calendar, words by the language', () => {
  assert.deepEqual(sorted('date', [row('4 Feb', { date: '2025-02-04' }), row('23 Oct', { date: '2024-10-23' })]), ['23 Oct', '4 Feb']);
  assert.deepEqual(sorted('words', [row('w10'), row('w9'), row('Äbc')]), ['Äbc', 'w9', 'w10']);
});
