import assert from 'node:assert/strict';
import { test } from 'node:test';
import { losses, nameAll, summary } from '../trial.js';

const data = () => ({
  things: [['origin', 'radio', 'Radio', ''], ['fact', 'r', 'Radio: seen', ''], ['judgement', 'j', 'Judgement 1', 'j']],
  fates: ['falls', 'keeps 2 of 3 facts, and 1 of 2 independent lines'],
  cases: [['origin', 'port', 'Port', 2, [0, 0, 1, 0, 1, 1]], ['fact', 'r', '', 0, [1, 0]]],
});

test('a case says what becomes of each thing, found by steps', () => {
  const d = data(), all = losses(d, d.cases[0]);
  assert.deepEqual(all.judgement, [{ id: 'j', name: 'Judgement 1', anchor: 'j', says: d.fates[1] }]);
  assert.equal(all.fact[0].says + all.origin[0].id + all.text.length, 'fallsradio2');
});

test('a case without a name has that of its thing', () => {
  const d = data();
  nameAll(d);
  assert.equal(d.cases[1][2], 'Radio: seen');
});

test('what moves is counted in words, and that no judgement does is said', () => {
  const words = { nothing: 'no judgement loses anything', 'judgement.one': '{n} judgement moves', 'fact.one': '{n} claim moves',
    'origin.one': '{n} origin moves', 'text.other': '{n} passages refer' };
  const rules = new Intl.PluralRules('en'), d = data();
  assert.equal(summary(losses(d, d.cases[0]), words, rules), '1 judgement moves; 1 claim moves; 1 origin moves; 2 passages refer');
  assert.equal(summary(losses(d, d.cases[1]), words, rules), 'no judgement loses anything; 1 claim moves');
});
