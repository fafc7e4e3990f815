/// An operator's own token classifier as one more recogniser: a folder with an ONNX model and its tokenizer.
/// Entry point: ClassifierRecogniser. The model sees a text in windows that overlap, so nothing is cut off unseen.
/// It is data of the operator's, trusted as a program is; the texts that it reads are not.
@NullMarked
package org.safepassage.redact.classifier;

import org.jspecify.annotations.NullMarked;
