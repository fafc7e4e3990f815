package org.safepassage.redact.evaluation.faces;

/// Whoever waits for an evaluation of faces, which takes long, and wants to look at what was missed.
public interface Watching {
    /// A scene was searched.
    ///
    /// @param scene its number, from 1
    /// @param scenes how many there will be
    void searched(int scene, int scenes);

    /// A face was left to be seen.
    void missed(FaceMiss miss);
}
