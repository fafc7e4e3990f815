package org.safepassage.redact.evaluation.faces;

import java.util.List;

/// One face that a figure counts against: where to look.
///
/// @param corpus as figures name it
/// @param scene its number in the row of scenes, from 1
/// @param x of the face's middle, in pixels
/// @param y of the face's middle, in pixels
/// @param width of the face before it was turned, in pixels
/// @param covered the share of it that is covered, 0 to 1
/// @param held whether the picture waits for a person
/// @param traits what makes it hard, in small letters
public record FaceMiss(
        String corpus, int scene, long x, long y, long width, double covered, boolean held, List<String> traits) {
    public FaceMiss {
        traits = List.copyOf(traits);
    }
}
