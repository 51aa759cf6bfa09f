// A figure as one picture: marking, title, subtitle, chart, source line, where it comes from, with fonts inside. It is
// for slides and paper, so its colours are the light ones, whatever the reader's.
import { make, svg } from './dom.js';

const pad = 14, grow = 1.5;

export const marking = (figure) => figure.querySelector('figcaption .tlp') || document.querySelector('.banner .tlp');

const fontFaces = () => [...document.styleSheets].flatMap((s) => [...s.cssRules])
  .filter((r) => r instanceof CSSFontFaceRule && !/italic/.test(r.cssText)).map((r) => r.cssText).join('\n');

const read = (selector, from) => { const e = from.querySelector(selector); return e ? e.textContent : ''; };

// A column of texts, each broken into lines.
class Column {
  constructor(width) {
    this.width = width;
    this.y = pad;
    this.texts = [];
    this.ruler = document.createElement('canvas').getContext('2d');
    const root = [...document.styleSheets[0].cssRules].find((r) => r.selectorText === ':root');
    this.light = (token) => root.style.getPropertyValue('--' + token);
  }

  measure(s, size, weight) {
    this.ruler.font = weight + ' ' + size + 'px Inter, sans-serif';
    return this.ruler.measureText(s).width;
  }

  write(s, size, weight, token, step) {
    let line = '';
    const put = () => {
      if (!line) return;
      this.y += step;
      const look = { 'font-size': size, 'font-weight': weight, fill: this.light(token) };
      this.texts.push(svg('text', { x: pad, y: this.y - step * 0.28, ...look }, [line]));
    };
    for (const word of s.split(/\s+/)) {
      const longer = line ? line + ' ' + word : word;
      if (line && this.measure(longer, size, weight) > this.width) { put(); line = word; } else line = longer;
    }
    put();
  }

  small(s) { this.write(s, 7.5, 400, 'muted', 10.5); }

  // Letters in the label's colour on black (FIRST TLP 2.0).
  label(mark) {
    if (!mark) return;
    const wide = this.measure(mark.textContent, 12, 600) + 10, left = pad + this.width - wide;
    const look = { 'font-size': 12, 'font-weight': 600, fill: getComputedStyle(mark).color };
    this.texts.push(svg('rect', { x: left, y: this.y, width: wide, height: 18, fill: '#000' }),
      svg('text', { x: left + 5, y: this.y + 13.4, ...look }, [mark.textContent]));
    this.y += 20;
  }
}

// What the page's picture shows, without the classes that give it the reader's colours.
const plain = (from, at) => {
  const copy = from.cloneNode(true);
  for (const e of copy.querySelectorAll('[class]')) e.removeAttribute('class');
  const kept = ['fill', 'stroke-width', 'font-size'].map((name) => [name, from.getAttribute(name)]);
  return svg('g', { ...Object.fromEntries(kept), transform: 'translate(' + pad + ' ' + at + ')' }, [...copy.childNodes]);
};

const footer = (figure, column) => {
  for (const s of figure.querySelectorAll('.source')) {
    const c = s.cloneNode(true);
    c.querySelectorAll('.ref, sup').forEach((n) => n.remove());
    column.small(c.textContent);
  }
  if (figure.dataset.whole) column.small(figure.dataset.whole);
  const date = [read('.imprint dt', document), read('.imprint dd', document)].join(' ');
  column.small([read('h1', document), date, read('figcaption .label', figure)].filter((t) => t.trim()).join(' · '));
};

export const picture = (figure) => {
  const from = figure.querySelector('.wide svg'), [, , w, h] = from.getAttribute('viewBox').split(' ').map(Number);
  const column = new Column(w), title = read('figcaption .title', figure);
  column.label(marking(figure));
  column.write(title, 13, 600, 'ink', 16.5);
  column.write(read('figcaption .subtitle', figure), 9, 400, 'muted', 12.5);
  const shown = plain(from, column.y + 8);
  column.y += 8 + h + 6;
  footer(figure, column);
  const width = w + 2 * pad, height = column.y + pad;
  const all = svg('svg', { viewBox: '0 0 ' + width + ' ' + height, width: width * grow, height: height * grow,
    'font-family': 'Inter, sans-serif', role: 'img' }, [svg('title', {}, [title]),
    svg('desc', {}, [from.closest('.stills').getAttribute('aria-label')]), svg('style', {}, [fontFaces()]),
    svg('rect', { width: '100%', height: '100%', fill: column.light('paper') }), ...column.texts, shown]);
  return { text: new XMLSerializer().serializeToString(all), width: width * grow, height: height * grow };
};

export const save = (blob, name) => {
  const a = make('a');
  a.href = URL.createObjectURL(blob);
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 10000);
};

const image = (p) => new Blob([p.text], { type: 'image/svg+xml' });

export const saveSVG = (figure, name) => save(image(picture(figure)), name + '.svg');

export const savePNG = (figure, name) => {
  const p = picture(figure), drawn = new Image(), url = URL.createObjectURL(image(p));
  drawn.onload = () => {
    const canvas = make('canvas');
    canvas.width = Math.ceil(p.width * 2);
    canvas.height = Math.ceil(p.height * 2);
    canvas.getContext('2d').drawImage(drawn, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    canvas.toBlob((b) => save(b, name + '.png'), 'image/png');
  };
  drawn.src = url;
};
