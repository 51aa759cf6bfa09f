// What if: the reader takes out an origin, a source or a claim, and sees what breaks. All cases were worked out when
// the page was made; here one is looked up and shown. It is the reader's trial, marked as such, and never printed.
import { button, make } from './dom.js';
import { unpack } from './unpack.js';

const kinds = ['judgement', 'hypothesis', 'figure', 'fact', 'origin'];
const fill = (s, ...args) => args.reduce((t, a, i) => t.replace('{' + (i + 1) + '}', a), s);

// losses gathers what a case breaks by kind, each with its name, its place in the page and what becomes of it; and how
// many texts refer to what falls.
export const losses = ({ things, fates }, [, , , texts, pairs]) => {
  const out = { judgement: [], hypothesis: [], figure: [], fact: [], origin: [], text: { length: texts } };
  for (let i = 0, at = 0; i < pairs.length; i += 2) {
    at += pairs[i];
    const [kind, id, name, anchor] = things[at];
    out[kind].push({ id, name, anchor, says: fates[pairs[i + 1]] });
  }
  return out;
};

// nameAll gives the cases that bear no name of their own that of the thing.
export const nameAll = ({ things, cases }) => {
  const names = new Map(things.map(([kind, id, name]) => [kind + ' ' + id, name]));
  for (const c of cases) c[2] ||= names.get(c[0] + ' ' + c[1]) || c[1];
};

// summary counts what moves, in words.
export const summary = (all, words, rules) => {
  const said = [...kinds, 'text'].filter((kind) => all[kind].length).map((kind) => {
    const n = all[kind].length, form = words[kind + '.' + rules.select(n)] || words[kind + '.other'];
    return form.replace('{n}', n);
  });
  if (!all.judgement.length) said.unshift(words.nothing);
  return said.join('; ');
};

class Trial {
  constructor(root, words) {
    this.root = root;
    this.fold = root.querySelector('details');
    this.words = words;
    this.rules = new Intl.PluralRules(document.documentElement.lang);
    this.marks = [];
    this.select = make('select');
    this.said = make('p', 'said');
    this.said.setAttribute('role', 'status');
    this.shown = make('div', 'losses');
  }

  start() {
    const { root, words, select } = this, label = make('label', '', words.choose + ' ');
    select.append(new Option(words.none, ''));
    label.append(select);
    this.close = button('', words.end, () => this.end());
    this.close.hidden = true;
    this.fold.append(label, this.close, this.said, this.shown);
    root.hidden = false;
    select.addEventListener('change', () => this.show(select.value));
    select.addEventListener('focus', () => this.load());
    this.fold.addEventListener('toggle', () => this.load());
    // An origin that a figure shows has no card of its own: it is tried.
    document.addEventListener('card', ({ detail }) => {
      if (!document.getElementById('_card-' + detail.id)) this.jump(detail.id);
    });
  }

  load() {
    this.loaded ||= (async () => {
      this.data = JSON.parse(await unpack('_trials'));
      nameAll(this.data);
      this.at = new Map(this.data.cases.map((c) => [c[0] + ' ' + c[1], c]));
      for (const kind of ['origin', 'source', 'fact']) {
        const group = make('optgroup');
        group.label = this.words[kind + 's'];
        group.append(...this.data.cases.filter((c) => c[0] === kind).map((c) => new Option(c[2], c[0] + ' ' + c[1])));
        if (group.children.length) this.select.append(group);
      }
    })();
    return this.loaded;
  }

  async jump(id) {
    await this.load();
    if (!this.at.has('origin ' + id)) return;
    this.select.value = 'origin ' + id;
    this.fold.open = true;
    this.show(this.select.value);
    this.root.scrollIntoView();
    this.select.focus({ preventScroll: true });
  }

  async show(key) {
    await this.load();
    this.clear();
    const one = this.at.get(key);
    if (!one) return;
    const all = losses(this.data, one), { words } = this;
    this.said.textContent = fill(words.without, one[2], summary(all, words, this.rules));
    for (const kind of kinds) if (all[kind].length) this.shown.append(this.list(kind, all[kind]));
    for (const l of [...all.judgement, ...all.figure]) if (l.anchor) this.mark(l);
    this.close.hidden = false;
  }

  // list names what moves; claims and origins, which are many, behind a fold.
  list(kind, all) {
    const ul = make('ul'), { words } = this;
    for (const l of all) {
      const li = make('li'), name = make(l.anchor ? 'a' : 'span', '', l.name);
      if (l.anchor) name.href = '#' + l.anchor;
      li.dataset.kind = kind;
      li.dataset.id = l.id;
      li.append(name, ': ', make('span', 'fate', l.says));
      ul.append(li);
    }
    if (kind !== 'fact' && kind !== 'origin') return ul;
    const fold = make('details'), form = words[kind + '.' + this.rules.select(all.length)] || words[kind + '.other'];
    fold.append(make('summary', '', form.replace('{n}', all.length)), ul);
    return fold;
  }

  // mark says at a judgement or figure, and where the first page names it, what becomes of it.
  mark({ anchor, says }) {
    const at = [document.getElementById(anchor), ...document.querySelectorAll('.front li > a[href="#' + CSS.escape(anchor) + '"]')];
    for (const e of at.filter(Boolean)) {
      const m = make('span', 'trialmark', this.words.mark + ': ' + says);
      if (e.matches('a')) e.after(' ', m); else (e.querySelector('figcaption') || e).prepend(m, ' ');
      this.marks.push(m);
    }
  }

  clear() {
    this.marks.splice(0).forEach((m) => m.remove());
    this.said.textContent = '';
    this.shown.replaceChildren();
    this.close.hidden = true;
  }

  end() {
    this.select.value = '';
    this.clear();
    if (this.fold.open) this.select.focus({ preventScroll: true });
  }
}

export const startTrial = (words) => {
  const root = document.getElementById('_trial');
  if (root && words.trial && typeof DecompressionStream !== 'undefined') new Trial(root, words.trial).start();
};
