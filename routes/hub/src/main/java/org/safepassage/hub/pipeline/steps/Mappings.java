package org.safepassage.hub.pipeline.steps;

import org.safepassage.extract.records.Mapping;

/// The mapping of each partner's records.
@FunctionalInterface
public interface Mappings {
    /// @throws java.util.NoSuchElementException when there is no such partner
    Mapping of(String partner);
}
