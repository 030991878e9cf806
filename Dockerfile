# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Restored on its own, so that a change of code does not fetch packages again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/PaiConsole.Domain/*.csproj src/PaiConsole.Domain/packages.lock.json src/PaiConsole.Domain/
COPY src/PaiConsole.Cloud/*.csproj src/PaiConsole.Cloud/packages.lock.json src/PaiConsole.Cloud/
COPY src/PaiConsole.Engine/*.csproj src/PaiConsole.Engine/packages.lock.json src/PaiConsole.Engine/
COPY src/PaiConsole.Emulator/*.csproj src/PaiConsole.Emulator/packages.lock.json src/PaiConsole.Emulator/
COPY src/PaiConsole.Web/*.csproj src/PaiConsole.Web/packages.lock.json src/PaiConsole.Web/
RUN dotnet restore src/PaiConsole.Web

COPY facts/ facts/
COPY wwwroot/ wwwroot/
COPY appsettings.json ./
COPY src/ src/
# Ready-to-run code makes the first page about a quarter faster once EF is on the start path.
RUN dotnet publish src/PaiConsole.Web -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
RUN mkdir -p /app/data && chown -R $APP_UID /app/data
USER $APP_UID
VOLUME /app/data
EXPOSE 5080
# Inside a container the port must be reachable from outside of it; the console then insists on a token
# that somebody chose (Auth__BootstrapToken), and says so when there is none.
ENV ASPNETCORE_URLS=http://0.0.0.0:5080
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
ENTRYPOINT ["dotnet", "PaiConsole.Web.dll"]
