/// Recognisers: each finds one kind of pointer to a person, found by ServiceLoader.
/// To add one, write a class that implements Recogniser, a line in META-INF/services and one fixture.
/// The known-identity layer is the strongest: it knows the names and numbers that the record gives.
@NullMarked
package org.safepassage.redact.recognisers;

import org.jspecify.annotations.NullMarked;
