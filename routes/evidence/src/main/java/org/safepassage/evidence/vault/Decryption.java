package org.safepassage.evidence.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Authentic plain bytes of one object. Tells a damaged object ([VaultDamaged], for good) from a disk that does not
/// answer now (its own IOException, worth another try).
final class Decryption extends InputStream {
    private final String sha256;
    private final Source source;
    private final InputStream plain;

    /// How to decrypt a stream: Tink's streaming primitive for this object.
    interface Opening {
        InputStream over(InputStream cipher) throws IOException;
    }

    Decryption(String sha256, InputStream cipher, Opening opening) throws IOException {
        this.sha256 = sha256;
        this.source = new Source(cipher);
        this.plain = opening.over(source);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return plain.read(bytes, from, length);
        } catch (IOException e) {
            if (source.trouble != null) {
                throw source.trouble;
            }
            throw new VaultDamaged(sha256, "its bytes are not those that were sealed");
        }
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    private static final class Source extends FilterInputStream {
        private @Nullable IOException trouble;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                trouble = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                trouble = e;
                throw e;
            }
        }
    }
}
