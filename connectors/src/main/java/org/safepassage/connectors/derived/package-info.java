/// Connectors that an operator derives from ours, in Kamelets of the configuration folder: inspected, never run.
/// A Kamelet is code, so all that is taken from one is a list of parameters and the values that it hands on; the
/// door is opened by the connector it derives from. [ConnectorCatalogue] is where the hub asks.
@NullMarked
package org.safepassage.connectors.derived;

import org.jspecify.annotations.NullMarked;
