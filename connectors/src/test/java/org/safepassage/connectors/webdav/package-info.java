/// Tests of the WebDAV door against Apache httpd with mod_dav
/// Bundles are made in the test, hostile ones byte by byte.
/// No bundle is of a real case.
@NullMarked
package org.safepassage.connectors.webdav;

import org.jspecify.annotations.NullMarked;
