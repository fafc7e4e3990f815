package org.safepassage.redact.pseudonyms;

import java.util.Optional;

/// Where the codes of one recipient are kept for good. Implementations are atomic: of two writers one wins.
public interface CodeRegister {
    /// The code of this entity, if it has one.
    Optional<String> findCode(String entityKey);

    /// Gives the entity this code unless it has one already or another entity has this code.
    ///
    /// @return whether the entity has this code now
    boolean tryAssign(String entityKey, String code);
}
