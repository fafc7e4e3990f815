package org.safepassage.redact.evaluation.network;

import org.safepassage.redact.evaluation.Measure;

/// One thing that a figure of the sample network counts against: where to look, without its words.
///
/// @param corpus as figures name it
/// @param sampled the case's id in the sample
/// @param recipient to whom the consignment would go
/// @param file the document in the sample, or the file of the consignment that the exit check names
/// @param place whose identity it is, or where in the file the exit check found it
/// @param type of the identity
/// @param measure what it was counted in
public record NetworkMiss(
        String corpus, String sampled, String recipient, String file, String place, String type, Measure measure) {}
