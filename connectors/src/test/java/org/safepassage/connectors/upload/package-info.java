/// Tests of deliveries over HTTP: a tus server that is not ours, nginx with client certificates and OAuth2, Apache.
/// The line is cut everywhere; answers are lost at the moments that count.
/// Consignments here are noise.
@NullMarked
package org.safepassage.connectors.upload;

import org.jspecify.annotations.NullMarked;
