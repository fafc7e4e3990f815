package org.safepassage.redact.pseudonyms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A register that lives as long as the process: for the command line and for tests.
public final class MemoryRegister implements CodeRegister {
    private final Map<String, String> codes = new HashMap<>();

    /// An empty register.
    public MemoryRegister() {}

    @Override
    public synchronized Optional<String> findCode(String entityKey) {
        return Optional.ofNullable(codes.get(entityKey));
    }

    @Override
    public synchronized boolean tryAssign(String entityKey, String code) {
        if (codes.containsKey(entityKey) || codes.containsValue(code)) {
            return false;
        }
        codes.put(entityKey, code);
        return true;
    }
}
