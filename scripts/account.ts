/**
 * `npm run account -- add <e-mail> --name <name> --organisation <code> --role <role>
 *  [--organisation-name <name> --kind <enterprise|buyer|bureau>]`, `… reset <e-mail>`, `… close <e-mail>`:
 * the accounts of a site. Passwords are made here and shown once.
 */
import './load-env';
import { parseArgs } from 'node:util';
import { closeDatabase } from '#db/client.server';
import { migrate } from '#db/migrate.server';
import { organisationKinds, roles } from '#db/schema/words';
import {
  addAccount,
  addOrganisation,
  closeAccount,
  resetPassword,
  type KeptAccount,
} from '~/domain/accounts/keep-accounts.server';

const usage = `usage:
  npm run account -- add <e-mail> --name <name> --organisation <code> --role <${roles.join('|')}>
                     [--organisation-name <name> --kind <${organisationKinds.join('|')}>]  makes the organisation too
  npm run account -- reset <e-mail>    a new password; ends sessions, opens a closed account
  npm run account -- close <e-mail>    nobody signs in with it any more`;
const text = { type: 'string' as const };
const options = { name: text, organisation: text, role: text, 'organisation-name': text, kind: text };
const oneOf = <const T extends readonly string[]>(words: T, word: string | undefined) =>
  words.find((known): known is T[number] => known === word);

/** What was done, as a sentence, or undefined when the command makes no sense. */
async function carryOut(): Promise<KeptAccount | 'closed' | undefined> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [verb, email, ...more] = positionals;
  if (!email?.includes('@') || more.length) return undefined;
  if (verb === 'reset') return resetPassword(email);
  if (verb === 'close')
    return (await closeAccount(email)) ? 'closed' : { ok: false, reason: 'unknown-account' };
  const role = oneOf(roles, values.role);
  const { name, organisation } = values;
  if (verb !== 'add' || !name || !organisation || !role) return undefined;
  const kind = oneOf(organisationKinds, values.kind);
  const organisationName = values['organisation-name'];
  if (kind && organisationName) await addOrganisation({ code: organisation, name: organisationName, kind });
  return addAccount({ email, name, organisation, role });
}

const why = {
  'unknown-organisation':
    'there is no organisation of this code: import it, or give --organisation-name and --kind',
  'there-already': 'there is an account of this e-mail already: reset gives it a new password',
  'unknown-account': 'there is no account of this e-mail',
};

await migrate();
const done = await carryOut().catch((error: Error) => {
  console.error(error.message);
  return undefined;
});
await closeDatabase();
if (!done) {
  console.error(usage);
  process.exit(2);
}
if (done === 'closed') console.log('closed');
else if (done.ok) console.log(`password: ${done.password}`);
else {
  console.error(why[done.reason]);
  process.exit(1);
}
