// What the runners of all clients share. `node CLIENT.mjs send` sends one message of each type that
// the client knows and prints what came of each; `node CLIENT.mjs verify` lets the client's own
// verification look at a delivery, which comes as JSON on standard input.

export const world = {
  base: process.env.PARLEY_BASE,
  token: process.env.PARLEY_TOKEN,
  number: process.env.PARLEY_NUMBER,
  to: process.env.PARLEY_TO,
  inbound: process.env.PARLEY_INBOUND,
  catalog: '300000000000001',
};

/** One text for all: umlauts, an emoji of two units, one of several. */
export const WORDS = 'Grüße 👋 aus Köln 👩‍🍳';

/** The smallest PNG. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Up, sent by its id, down again with the same bytes, and gone.
 *
 * @param client has `upload()` giving an id, `send(id)` giving a wamid, `bytes(id)` and `remove(id)`
 *     telling whether it did
 */
export async function there(client) {
  const id = await client.upload();
  const wamid = await client.send(id);
  if (!PICTURE.equals(Buffer.from(await client.bytes(id)))) throw new Error('other bytes came back');
  if (!(await client.remove(id))) throw new Error('not removed');
  const gone = await client.bytes(id).then(
    () => false,
    () => true,
  );
  if (!gone) throw new Error('it is still there');
  return wamid;
}

/**
 * @param sends by type, each giving the wamid
 * @param verify gives what the user wrote, or throws where the client refuses the delivery
 */
export async function run(sends, verify) {
  const results = process.argv[2] === 'verify' ? await verified(verify) : await sent(sends);
  process.stdout.write(JSON.stringify(results));
}

async function sent(sends) {
  const results = [];
  for (const [type, send] of Object.entries(sends)) {
    try {
      results.push({ type, id: await send() });
    } catch (error) {
      results.push({ type, error: `${error} ${JSON.stringify(error)}` });
    }
  }
  return results;
}

async function verified(verify) {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const delivery = JSON.parse(Buffer.concat(chunks).toString());
  try {
    const words = await verify({ ...delivery, body: Buffer.from(delivery.body, 'base64') });
    return { accepted: true, words };
  } catch (error) {
    return { accepted: false, error: String(error) };
  }
}
