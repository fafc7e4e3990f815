/// Tests of the door to JSON interfaces, against an invented partner whose interface stands in an OpenAPI document.
/// Every request and answer is checked against that document; TLS and large files go through nginx.
/// All case data here is invented.
@NullMarked
package org.safepassage.connectors.json;

import org.jspecify.annotations.NullMarked;
