// A recipient with OpenPGP.js: makes a key of version 4 or 6, decrypts with it.
//   node openpgpjs.mjs LIBRARY generate v4|v6 SECRET PUBLIC
//   node openpgpjs.mjs LIBRARY decrypt SECRET MESSAGE PLAIN
import fs from 'node:fs';
import {pathToFileURL} from 'node:url';

const [library, task, ...words] = process.argv.slice(2);
const openpgp = await import(pathToFileURL(library).href);
if (task === 'generate') {
  const [form, secret, open] = words;
  const keys = form === 'v6'
    ? {type: 'curve25519', config: {v6Keys: true, aeadProtect: true}}
    : {type: 'ecc', curve: 'curve25519Legacy', config: {v6Keys: false, aeadProtect: form === 'v4-announcing'}};
  const made = await openpgp.generateKey({...keys, userIDs: [{name: 'Recipient', email: 'r@example.org'}], format: 'armored'});
  fs.writeFileSync(secret, made.privateKey);
  fs.writeFileSync(open, made.publicKey);
} else {
  const [secret, message, plain] = words;
  const decryptionKeys = await openpgp.readPrivateKey({armoredKey: fs.readFileSync(secret, 'utf8')});
  const read = await openpgp.readMessage({binaryMessage: new Uint8Array(fs.readFileSync(message))});
  const told = read.packets.map(packet => packet.constructor.name + ' ' + packet.version).join(', ');
  const {data} = await openpgp.decrypt({message: read, decryptionKeys, format: 'binary'});
  fs.writeFileSync(plain, data);
  console.log(told);
}
