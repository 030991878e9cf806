namespace PaiConsole.Cloud;
