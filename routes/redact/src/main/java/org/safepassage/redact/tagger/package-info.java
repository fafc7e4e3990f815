/// A linear tagger for rows of tokens: features in, one label for each token out, learned by an averaged perceptron.
/// It knows nothing of texts; what a token's features are is its caller's business, and must be the same in training.
/// Models are files of a few megabytes that hold weights of hashed features and no text.
@NullMarked
package org.safepassage.redact.tagger;

import org.jspecify.annotations.NullMarked;
