import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Desk, Publisher, townPack } from './publisher.ts';

let publisher: Publisher;
let desk: Desk;

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish(townPack());
  desk = await Desk.create(await publisher.anchor());
});
afterEach(async () => {
  await publisher.remove();
  await desk.remove();
});

describe('synchronising', () => {
  it('brings the pack, part by part, and is content with it afterwards', async () => {
    expect(await desk.sync(publisher.repository)).toMatchObject({
      result: 'updated',
      sentence: '',
    });
    expect(await desk.says()).toEqual({
      wohngeld: 'Land eins',
      hund: 'Hund in Wedel',
      markt: 'Markt in Elmshorn',
    });
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'unchanged' });
  });

  it('takes what is new', async () => {
    await desk.sync(publisher.repository);
    await publisher.publish(townPack('zwei'));
    expect(await desk.sync(publisher.repository)).toMatchObject({ result: 'updated' });
    expect(await desk.says()).toMatchObject({ wohngeld: 'Land zwei' });
  });

  it('moves nothing but the timestamp when nothing but the timestamp is new', async () => {
    await desk.sync(publisher.repository);
    const { timestamp } = await publisher.confirm();
    expect(timestamp).toBe(2);
    const { result, bytes } = await desk.sync(publisher.repository);
    expect(result).toBe('renewed');
    expect(bytes).toBeLessThan(1000);
    expect(await desk.says()).toMatchObject({ wohngeld: 'Land eins' });
  });
});
