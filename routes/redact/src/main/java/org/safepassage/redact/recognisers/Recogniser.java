package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;

/// Finds one kind of pointer to a person. Found by [java.util.ServiceLoader], so it has a public constructor without
/// parameters, or given to [org.safepassage.redact.Detector#with]; it holds no case data and is safe to use from
/// several threads. Its time is linear in the text.
public interface Recogniser {
    /// Name that a mention carries so that a reader knows who found it: lower case with hyphens.
    String name();

    /// Whether its spans are names from which the detector learns for the other texts of the case.
    default boolean revealsNames() {
        return false;
    }

    /// Whether it learned what it finds from examples: then its finds cannot be explained by a rule and may take
    /// ordinary
    /// words along.
    default boolean learned() {
        return false;
    }

    /// Everything of its kind in the text, in any order, overlaps allowed.
    List<Span> find(NormalText text, DetectionContext context);
}
