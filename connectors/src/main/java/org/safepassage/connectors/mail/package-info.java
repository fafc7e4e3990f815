/// The door to an e-mail in-box over IMAP (RFC 3501, RFC 9051): a message is a case, its body and
/// attachments are exhibits. Always over TLS; what is encrypted by PGP/MIME (RFC 3156) is opened by the
/// hub. Messages are read in pieces and taken apart as they come, so one of any size needs little memory.
@NullMarked
package org.safepassage.connectors.mail;

import org.jspecify.annotations.NullMarked;
