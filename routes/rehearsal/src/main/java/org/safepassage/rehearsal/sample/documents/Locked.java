package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.CRC32;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.safepassage.rehearsal.sample.Dice;

/// Closes files with a password. Salts come from the dice, since these locks keep nothing that is secret.
public final class Locked {
    /// Sizes of AES-128 and SHA-1, the library's defaults.
    private static final int KEY = 16;
    private static final int SALT = 16;
    private static final int DIGEST = 20;
    private static final int HEADER_TAIL = 12;

    private Locked() {}

    /// A PDF that asks for the password.
    public static byte[] pdf(Document document, String password) {
        return PdfFile.writeEncrypted(document, password);
    }

    /// An Office document in the standard encryption of [MS-OFFCRYPTO].
    public static byte[] office(byte[] zipped, String password, Dice dice) {
        try (var compound = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword(
                    password,
                    dice.bytes(KEY),
                    dice.bytes(SALT),
                    dice.bytes(SALT),
                    dice.bytes(SALT),
                    dice.bytes(DIGEST));
            try (OutputStream out = encryptor.getDataStream(compound)) {
                out.write(zipped);
            }
            compound.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException("not encrypted", e));
        }
    }

    /// A ZIP with one stored entry in the traditional encryption of PKWARE's APPNOTE, section 6.1.
    public static byte[] zip(String entryName, byte[] content, String password, Dice dice) {
        var crc = new CRC32();
        crc.update(content);
        byte[] head = dice.bytes(HEADER_TAIL);
        head[HEADER_TAIL - 1] = (byte) (crc.getValue() >>> 24);
        var keys = new Keys(password);
        byte[] locked = ByteBuffer.allocate(head.length + content.length)
                .put(keys.locked(head))
                .put(keys.locked(content))
                .array();
        byte[] name = entryName.getBytes(StandardCharsets.UTF_8);
        ByteBuffer common = little(26)
                .putShort((short) 20)
                .putShort((short) 0x0801)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0x5821)
                .putInt((int) crc.getValue())
                .putInt(locked.length)
                .putInt(content.length)
                .putShort((short) name.length)
                .putShort((short) 0);
        int local = 30 + name.length + locked.length;
        return little(local + 46 + name.length + 22)
                .putInt(0x04034B50)
                .put(common.flip())
                .put(name)
                .put(locked)
                .putInt(0x02014B50)
                .putShort((short) 20)
                .put(common.rewind())
                .put(new byte[10])
                .putInt(0)
                .put(name)
                .putInt(0x06054B50)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(46 + name.length)
                .putInt(local)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The three keys of the traditional encryption.
    private static final class Keys {
        private static final int[] TABLE = table();
        private int first = 0x12345678;
        private int second = 0x23456789;
        private int third = 0x34567890;

        Keys(String password) {
            for (byte letter : password.getBytes(StandardCharsets.US_ASCII)) {
                update(letter);
            }
        }

        byte[] locked(byte[] plain) {
            var locked = new byte[plain.length];
            for (int i = 0; i < plain.length; i++) {
                int mask = (third & 0xFFFF) | 2;
                locked[i] = (byte) (plain[i] ^ ((mask * (mask ^ 1)) >>> 8));
                update(plain[i]);
            }
            return locked;
        }

        private void update(byte next) {
            first = crc(first, next);
            second = (second + (first & 0xFF)) * 134775813 + 1;
            third = crc(third, (byte) (second >>> 24));
        }

        private static int crc(int before, byte next) {
            return (before >>> 8) ^ TABLE[(before ^ next) & 0xFF];
        }

        private static int[] table() {
            var table = new int[256];
            for (int i = 0; i < 256; i++) {
                int value = i;
                for (int bit = 0; bit < 8; bit++) {
                    value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ 0xEDB88320;
                }
                table[i] = value;
            }
            return table;
        }
    }
}
