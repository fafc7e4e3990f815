package org.safepassage.rehearsal.sample.network;

import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.language.DocumentKind;

/// One document to be composed.
///
/// @param kind what sort of paper
/// @param format its file format
/// @param pages how many; 1 in formats that know no pages
public record DocumentPlan(DocumentKind kind, DocumentFormat format, int pages) {}
