/// The door to a WebDAV share (RFC 4918) that holds one ZIP bundle per case file or update.
/// Bundles are read over HTTP ranges in sequence, never unpacked to disk, and are hostile until proved harmless.
/// TLS is required except on the loopback address; redirects are refused.
@NullMarked
package org.safepassage.connectors.webdav;

import org.jspecify.annotations.NullMarked;
