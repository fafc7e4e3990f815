package org.safepassage.redact.check;

import java.util.Arrays;

/// Sounds as they are added one after the other, letters of one sound and runs of vowels becoming one. It grows with
/// what is added; its arrays are longer than what is in them. For one thread.
final class SoundRow {
    private static final int LEAST_ROOM = 16;

    private byte[] flat;
    private byte[] fine;
    private byte[] starts;
    private boolean[] upper;
    private int[] places;
    private int length;
    private int capitals;

    /// @param sounds how many there will be about
    SoundRow(int sounds) {
        int room = Math.max(LEAST_ROOM, sounds);
        flat = new byte[room];
        fine = new byte[room];
        starts = new byte[room];
        upper = new boolean[room];
        places = new int[room];
    }

    /// Adds a sound; it falls away where it goes on with the one before.
    ///
    /// @param sound a consonant, or one of the vowels `a`, `i`, `u`
    /// @param place offset of its letter in the text
    /// @param start 2 or 1 where a word begins, 0 inside one
    void add(char sound, int place, int start) {
        boolean vowel = sound == 'a' || sound == 'i' || sound == 'u';
        byte coarse = (byte) (vowel ? 'a' : sound);
        if (start == 0 && length > 0) {
            byte last = flat[length - 1];
            if (last == coarse) {
                if (vowel && fine[length - 1] == 'i') {
                    fine[length - 1] = (byte) sound;
                }
                return;
            }
            if ((last == 'd' && sound == 'z') || (last == 's' && sound == 'z') || (last == 't' && sound == 's')) {
                return;
            }
            if (last == 't' && sound == 'c') {
                flat[length - 1] = 'c';
                fine[length - 1] = 'c';
                return;
            }
        }
        if (length == flat.length) {
            grow();
        }
        flat[length] = coarse;
        fine[length] = (byte) sound;
        starts[length] = (byte) start;
        upper[length] = false;
        places[length] = place;
        length++;
    }

    private void grow() {
        int room = flat.length * 2;
        flat = Arrays.copyOf(flat, room);
        fine = Arrays.copyOf(fine, room);
        starts = Arrays.copyOf(starts, room);
        upper = Arrays.copyOf(upper, room);
        places = Arrays.copyOf(places, room);
    }

    /// Marks a sound as written in upper case.
    void raise(int sound) {
        upper[sound] = true;
        capitals++;
    }

    int length() {
        return length;
    }

    int capitals() {
        return capitals;
    }

    /// Each sound with one vowel.
    byte[] flat() {
        return flat;
    }

    /// Each sound with three vowels.
    byte[] fine() {
        return fine;
    }

    byte[] starts() {
        return starts;
    }

    boolean[] upper() {
        return upper;
    }

    int[] places() {
        return places;
    }
}
