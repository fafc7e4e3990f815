package org.safepassage.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/// The two slots of one object's header as they were read at one moment: which of them counts, and how the other takes
/// its place. Used by one thread.
final class HeaderSlots {
    private final byte[][] slots;
    private final String sha256;
    private final KeyRing keys;

    private HeaderSlots(byte[][] slots, String sha256, KeyRing keys) {
        this.slots = slots;
        this.sha256 = sha256;
        this.keys = keys;
    }

    /// @throws VaultDamaged when the file ends before its header does
    static HeaderSlots read(FileChannel file, String sha256, KeyRing keys) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(ObjectHeader.LENGTH);
        while (head.hasRemaining() && file.read(head, head.position()) >= 0) {
            // reads on until the header is whole or the file ends
        }
        if (head.hasRemaining()) {
            throw new VaultDamaged(sha256, "its header is cut short");
        }
        byte[] bytes = head.array();
        byte[][] slots = {
            Arrays.copyOfRange(bytes, 0, ObjectHeader.SLOT),
            Arrays.copyOfRange(bytes, ObjectHeader.SLOT, ObjectHeader.LENGTH)
        };
        return new HeaderSlots(slots, sha256, keys);
    }

    /// @throws VaultDamaged when neither slot opens
    ObjectHeader header() throws IOException {
        return open(slots[good()]).orElseThrow();
    }

    /// Whether each slot opens or is zero to its last byte.
    ///
    /// @throws VaultDamaged when neither slot opens
    boolean areStrict() throws IOException {
        good();
        return Arrays.stream(slots).allMatch(s -> ObjectHeader.isZero(s, 0) || open(s).isPresent());
    }

    /// Puts the data key under the primary key: into the free slot first, and only when that is on the disk is the old
    /// slot cleared. A kill in between leaves two good slots, which the next call tidies.
    ///
    /// @param file locked since before the slots were read
    /// @return false when it was under the primary key already
    boolean rewrap(FileChannel file) throws IOException {
        int good = good();
        int other = 1 - good;
        if (isCurrent(slots[good])) {
            if (ObjectHeader.isZero(slots[other], 0)) {
                return false;
            }
            clear(file, other);
            return true;
        }
        byte[] slot = open(slots[good]).orElseThrow().slot(keys, sha256);
        write(file, other, slot);
        clear(file, good);
        return true;
    }

    /// A slot that opens, under the primary key if there is one.
    private int good() throws IOException {
        int good = -1;
        for (int i = 0; i < slots.length; i++) {
            if (open(slots[i]).isPresent() && (good < 0 || isCurrent(slots[i]))) {
                good = i;
            }
        }
        if (good < 0) {
            throw new VaultDamaged(sha256, "its header does not open");
        }
        return good;
    }

    private boolean isCurrent(byte[] slot) {
        return ObjectHeader.sealedIn(slot).filter(keys::sealedByPrimary).isPresent();
    }

    private Optional<ObjectHeader> open(byte[] slot) {
        return ObjectHeader.open(slot, keys, sha256);
    }

    private static void clear(FileChannel file, int slot) throws IOException {
        write(file, slot, new byte[ObjectHeader.SLOT]);
    }

    private static void write(FileChannel file, int slot, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            file.write(rest, (long) slot * ObjectHeader.SLOT + rest.position());
        }
        file.force(false);
    }
}
