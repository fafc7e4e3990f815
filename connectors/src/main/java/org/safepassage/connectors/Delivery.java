package org.safepassage.connectors;

/// How a delivery ended.
public sealed interface Delivery {
    /// The recipient has the file, whole, under its final name; this call put it there.
    record Delivered() implements Delivery {}

    /// The recipient had the same file before this call.
    record AlreadyThere() implements Delivery {}

    /// The recipient does not have the file.
    ///
    /// @param kind what kind of problem; [DoorProblem.Kind#passing] says whether trying again may help
    /// @param reason for the operator, without secrets
    record Failed(DoorProblem.Kind kind, String reason) implements Delivery {}

    /// The connection was lost at the one moment where it cannot be told from here whether the recipient has the
    /// file, and looking again failed too.
    ///
    /// @param why for the operator, without secrets
    record Unknown(String why) implements Delivery {}
}
