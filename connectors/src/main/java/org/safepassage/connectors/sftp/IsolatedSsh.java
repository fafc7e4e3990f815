package org.safepassage.connectors.sftp;

import java.util.Comparator;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/// SSH clients that know one log-in and nothing else: nothing of this machine's SSH configuration, agent or key files
/// is used, and every wait has an end.
final class IsolatedSsh {
    private IsolatedSsh() {}

    /// A started client; the caller closes it.
    static SshClient start(SftpLogin login, ServerKeyVerifier hostKeys) {
        SshClient ssh = ClientBuilder.builder()
                .serverKeyVerifier(hostKeys)
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .filePasswordProvider(FilePasswordProvider.EMPTY)
                .build();
        ssh.setKeyExchangeFactories(cheapestFirst(ssh.getKeyExchangeFactories()));
        ssh.setKeyIdentityProvider(
                login.keys().isEmpty()
                        ? KeyIdentityProvider.EMPTY_KEYS_PROVIDER
                        : KeyIdentityProvider.wrapKeyPairs(login.keys()));
        ssh.setPasswordIdentityProvider(login.password()
                .map(PasswordIdentityProvider::wrapPasswords)
                .orElse(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER));
        ssh.setUserAuthFactoriesNames(
                login.keys().isEmpty()
                        ? List.of("password", "keyboard-interactive")
                        : List.of("publickey", "password"));
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, login.silence());
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(ssh, login.silence().plusSeconds(1));
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, login.connectTimeout());
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(ssh, login.connectTimeout());
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(ssh, login.connectTimeout());
        ssh.start();
        return ssh;
    }

    /// Streamlined NTRU Prime in Java costs a second of CPU a connection; ML-KEM is as safe from quantum computers and
    /// costs a few milliseconds, so it goes first where the server has it.
    private static List<KeyExchangeFactory> cheapestFirst(List<KeyExchangeFactory> factories) {
        return factories.stream()
                .sorted(Comparator.comparing(factory -> factory.getName().startsWith("sntrup")))
                .toList();
    }
}
