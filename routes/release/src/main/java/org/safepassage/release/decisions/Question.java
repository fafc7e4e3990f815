package org.safepassage.release.decisions;

import java.time.LocalDate;
import java.util.Optional;
import org.safepassage.release.agreements.Agreement;
import org.safepassage.schemas.CaseFile;

/// What a rule is asked: may this case file go under these terms on this day? Immutable.
///
/// @param agreement the one that the terms name, if it is configured
/// @param today the civil day on which agreements and consents must hold
record Question(CaseFile caseFile, Terms terms, Optional<Agreement> agreement, LocalDate today) {}
