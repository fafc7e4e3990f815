/// Bundles made for the tests of every door that reads them: good ones, lying ones, BagIt bags by another
/// program. Everything is made in memory or below a test's own folder. Nothing here unpacks.
@NullMarked
package org.safepassage.connectors.bundles;

import org.jspecify.annotations.NullMarked;
