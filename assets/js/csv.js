// A figure's data as CSV (RFC 4180): the table's cells as they are shown, and beside them the numbers and dates as
// programs read them. A cell that a spreadsheet would take for a formula is kept from being one by an apostrophe.
export const columns = ['low', 'best', 'high', 'approx', 'unit', 'date', 'until'];

// What begins a formula in some spreadsheet, also behind white space, quotation marks and separators.
const formula = /^[\s\u00a0"';,]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212|%]/;
const number = /^[-\u2212]?\d+(\.\d+)?$/;

export const cell = (s) => {
  if (formula.test(s) && !number.test(s) || /^[\t\r\n]/.test(s)) s = "'" + s;
  return /[",;\t\n\r]/.test(s) ? '"' + s.replaceAll('"', '""') + '"' : s;
};

// shown is the text of a cell without what only lays it out: line ends of the page's source, and the signs of direction that
// keep names apart (Unicode Standard Annex 9), with which no name would match.
export const shown = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s*\n\s*/g, ' ').trim();

export const csv = (rows) => rows.map((row) => row.map(cell).join(',') + '\r\n').join('');

// table joins the cells of a table's rows, their values, and the marking, which would else be left behind.
export const table = (head, rows, marking) => {
  const used = columns.filter((name) => rows.some(({ values }) => values[name])); // and no empty ones
  const last = (v) => (marking ? [v] : []);
  return [[...head, ...used, ...last(marking && marking.name)],
    ...rows.map(({ values, cells }) => [...cells, ...used.map((name) => values[name] || ''), ...last(marking && marking.label)])];
};
