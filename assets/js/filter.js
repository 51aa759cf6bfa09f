// Chips that hide and show the marks of an origin, a status or a group.
import { button, make } from './dom.js';

export const least = 2, most = 16; // as many names as make a row of chips

export class Filter {
  constructor(marks, order = []) {
    this.marks = marks;
    this.order = order; // of statuses, the firmest first
    this.hidden = { origin: new Set(), status: new Set(), group: new Set() };
  }

  names(what) {
    const names = [...new Set(this.marks.map((m) => m[what] || ''))].filter(Boolean);
    if (what === 'status') names.sort((a, b) => this.order.indexOf(a) - this.order.indexOf(b));
    return names.length < least || names.length > most ? [] : names;
  }

  keeps(m) { return Object.entries(this.hidden).every(([what, names]) => !names.has(m[what] || '')); }

  kept() { return this.marks.filter((m) => this.keeps(m)); }

  // To hide all brings all back.
  toggle(what, name) {
    const names = this.hidden[what];
    if (!names.delete(name)) names.add(name);
    if (!this.kept().length) names.clear();
  }
}

// chips makes the rows of chips behind a fold; nothing where there is nothing to tell apart.
export const chips = (filter, words, changed, pointed) => {
  const fold = make('details', 'filter');
  fold.append(make('summary', '', words.filter));
  for (const [what, label] of [['group', words.filter], ['origin', words.origin], ['status', words.statuses]]) {
    const names = filter.names(what);
    if (!names.length) continue;
    const row = make('div', 'chips');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', label);
    for (const name of names) {
      const chip = button('', what === 'status' ? words.status[name] || name : name, () => {
        filter.toggle(what, name);
        for (const b of row.children) b.setAttribute('aria-pressed', String(!filter.hidden[what].has(b.dataset.name)));
        changed();
      });
      chip.dataset.name = name;
      chip.setAttribute('aria-pressed', 'true');
      for (const [type, on] of [['pointerenter', true], ['pointerleave', false]]) {
        chip.addEventListener(type, () => pointed((m) => m[what] === name, on));
      }
      row.append(chip);
    }
    fold.append(row);
  }
  return fold.children.length > 1 ? fold : null;
};
