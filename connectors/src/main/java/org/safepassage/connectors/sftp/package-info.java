/// Doors over SFTP: case files from a partner's folders, consignments to a recipient's folder, receipts back.
/// The host key is pinned and cannot be left unchecked; file names of the other side are data, never trusted.
/// Protocol: draft-ietf-secsh-filexfer-02 (version 3), as OpenSSH speaks it.
@NullMarked
package org.safepassage.connectors.sftp;

import org.jspecify.annotations.NullMarked;
