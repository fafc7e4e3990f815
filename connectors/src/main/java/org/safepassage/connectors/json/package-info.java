/// The door to any partner whose system answers HTTP requests with JSON: what that system looks like stands in YAML.
/// Start with [JsonCases], then [JsonListing] (paging until nothing is left out) and [JsonRecord].
/// No time of this machine decides what is new: change times and clock are the partner's.
@NullMarked
package org.safepassage.connectors.json;

import org.jspecify.annotations.NullMarked;
