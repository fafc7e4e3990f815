/// The nouns of Safe Passage: what every room and every border means by a case file, a person, a mention, an outcome.
/// Records only; they import the JDK, JSpecify and Jackson annotations and nothing else.
/// The words are those of the glossary in schemas/README.md; one word, one type.
@NullMarked
package org.safepassage.schemas;

import org.jspecify.annotations.NullMarked;
