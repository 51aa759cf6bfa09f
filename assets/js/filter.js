// Chips that hide and show the marks of an origin, a status or a group.
import { button, make } from './dom.js';

export class Filter {
  constructor(marks, order = []) {
    this.marks = marks;
    this.order = order; // of statuses, the firmest first
    this.hidden = { origin: new Set(), status: new Set(), group: new Set() };
  }

  names(what) {
    const names = [...new Set(this.marks.map((m) => m[what] || ''))].filter(Boolean);
    if (what === 'status') names.sort((a, b) => this.order.indexOf(a) - this.order.indexOf(b));
    return names;
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

// chips makes the rows of chips behind a fold, by what the page says there is to tell apart.
export const chips = (filter, by, words, changed, pointed) => {
  const fold = make('details', 'filter');
  fold.append(make('summary', '', words.filter));
  for (const [what, label] of [['group', words.filter], ['origin', words.origin], ['status', words.statuses]]) {
    if (!by.includes(what)) continue;
    const row = make('div', 'chips');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', label);
    for (const name of filter.names(what)) {
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
  return fold;
};
