/// A policy in plain words, for the person who has to answer for it.
/// What is told is read from the policy as redaction reads it, and the examples are written by the redactor itself.
/// All persons of the examples are invented.
@NullMarked
package org.safepassage.redact.explanations;

import org.jspecify.annotations.NullMarked;
