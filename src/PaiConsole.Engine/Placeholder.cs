namespace PaiConsole.Engine;
