import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cell, columns, csv, shown, table } from '../csv.js';

test('no cell is a formula, also behind what a spreadsheet skips', () => {
  for (const s of ['=1+1', '+1+1', '@A1', '\t=1', ' =1', '\u00a0=1', '＝1', '＋1', ';=1', "'=1", '-cmd|x', '%x', '\r=1']) {
    assert.match(cell(s), /^"?'/, JSON.stringify(s));
  }
});

test('a number is left a number', () => {
  for (const s of ['-1', '−12', '3.5', '-0.25']) assert.equal(cell(s), s);
});

test('cells are quoted where they need it', () => {
  assert.equal(cell('a,"b"'), '"a,""b"""');
  assert.equal(cell('a\nb'), '"a\nb"');
  assert.equal(cell('a;b'), '"a;b"');
  assert.equal(csv([['a', 'b,c'], ['d', '']]), 'a,"b,c"\r\nd,\r\n');
});

test('the numbers stand beside the words, the marking at the end, and columns without any value are left out', () => {
  const values = { id: 'f', low: '1000.25', high: '2000000', unit: 'people', date: '2024-10' };
  const rows = [{ values, cells: ['Ministry', '1,000–2 million'] }, { values: {}, cells: ['Office', 'none'] }];
  assert.deepEqual(table(['Origin', 'Value'], rows, { name: 'Marking', label: 'TLP:RED' }), [
    ['Origin', 'Value', 'low', 'high', 'unit', 'date', 'Marking'],
    ['Ministry', '1,000–2 million', '1000.25', '2000000', 'people', '2024-10', 'TLP:RED'],
    ['Office', 'none', '', '', '', '', 'TLP:RED'],
  ]);
  assert.equal(columns.length, 7);
});

test('a cell bears what is seen of it, and nothing that lays it out', () => {
  assert.equal(shown('\n Ministry\n'), 'Ministry');
  assert.equal(shown('\u2068وزارة\u2069 \u200f(A)'), 'وزارة (A)');
  assert.equal(shown('A\n  B'), 'A B');
});
