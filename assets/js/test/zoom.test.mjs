import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Zoom } from '../zoom.js';

const at = ({ x, y, z }) => [x, y, z];

test('a zoom keeps the point that it is about, and shows nothing beyond the edges', () => {
  const zoom = new Zoom();
  zoom.by(2, 100, 50, 400, 200);
  assert.deepEqual(at(zoom), [-100, -50, 2]);
  zoom.move(500, 500, 400, 200);
  assert.deepEqual(at(zoom), [0, 0, 2]);
  zoom.move(-5000, -5000, 400, 200);
  assert.deepEqual(at(zoom), [-400, -200, 2]);
  zoom.by(0.001, 0, 0, 400, 200);
  assert.deepEqual(at(zoom), [0, 0, 1]);
  zoom.by(1e9, 0, 0, 400, 200);
  assert.equal(zoom.z, 8);
});

test('a mark out of the frame is brought into it', () => {
  const zoom = new Zoom();
  zoom.by(2, 0, 0, 400, 200);
  zoom.show({ x: 300, y: 150, width: 20, height: 10 }, 400, 200);
  assert.deepEqual(at(zoom), [-240, -120, 2]);
  zoom.show({ x: 100, y: 70, width: 20, height: 10 }, 400, 200);
  assert.deepEqual(at(zoom), [-200, -120, 2]);
});
