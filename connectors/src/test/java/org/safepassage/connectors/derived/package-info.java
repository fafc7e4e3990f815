/// Tests of the SFTP doors against OpenSSH's own server
/// and against Apache MINA's where a password must be accepted.
/// No account of this machine is changed.
@NullMarked
package org.safepassage.connectors.derived;

import org.jspecify.annotations.NullMarked;
