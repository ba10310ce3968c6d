; The installer for Windows, by Inno Setup 6.3 or newer:
;
;   iscc packaging\windows\dilemmaspel.iss
;
; Run it after `pyinstaller build.spec`, on Windows. It takes dist\Dilemmaspel and leaves
; dist\Dilemmaspel-VERSION-setup.exe. The version is the one that stands in the program itself.
;
; Whoever may not install for everybody installs for themselves, without a password of the
; administrator. Only an administrator can let phones through the firewall; without one Windows
; asks at the first session with phones.

#define Name "Dilemmaspel"
#define Folder "..\..\dist\Dilemmaspel"
#define Program "Dilemmaspel.exe"
#define Commands "dilemmaspel-cli.exe"
#define Version GetStringFileInfo(AddBackslash(SourcePath) + Folder + "\" + Program, "ProductVersion")
#if Version == ""
  #error There is no dist\Dilemmaspel\Dilemmaspel.exe with a version. Build the bundle first.
#endif

[Setup]
; Never change this: by it Windows knows that a new version replaces the old one.
AppId={{6E0B7C0B-3C0B-4E52-9C53-9F3B7C1D5A21}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher={#Name}
VersionInfoVersion={#GetVersionNumbersString(AddBackslash(SourcePath) + Folder + "\" + Program)}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
DisableWelcomePage=yes
LicenseFile=..\..\LICENSE
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename={#Name}-{#Version}-setup
SetupIconFile=..\..\assets\icons\app.ico
UninstallDisplayIcon={app}\{#Program}
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes
RestartApplications=no

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
nl.DesktopIcon=Zet een pictogram op het bureaublad
en.DesktopIcon=Put an icon on the desktop
nl.Firewall=Laat telefoons in de zaal meestemmen (firewall)
en.Firewall=Let phones in the room vote (firewall)
nl.Allowing=Telefoons toelaten in de firewall ...
en.Allowing=Letting phones through the firewall ...
nl.Start=Start {#Name}
en.Start=Start {#Name}

[Tasks]
Name: "firewall"; Description: "{cm:Firewall}"; Check: IsAdminInstallMode
Name: "desktop"; Description: "{cm:DesktopIcon}"; Flags: unchecked

[InstallDelete]
; Libraries of an older version must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktop

[Run]
; Who once pressed Cancel at the question of Windows left a rule that blocks; it would win.
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=all program=""{app}\{#Program}"""; Flags: runhidden; Tasks: firewall; StatusMsg: "{cm:Allowing}"
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=all program=""{app}\{#Commands}"""; Flags: runhidden; Tasks: firewall; StatusMsg: "{cm:Allowing}"
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""{#Name}"" dir=in action=allow program=""{app}\{#Program}"" protocol=TCP profile=private,public enable=yes"; Flags: runhidden; Tasks: firewall; StatusMsg: "{cm:Allowing}"
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""{#Name}"" dir=in action=allow program=""{app}\{#Commands}"" protocol=TCP profile=private,public enable=yes"; Flags: runhidden; Tasks: firewall; StatusMsg: "{cm:Allowing}"
Filename: "{app}\{#Program}"; Description: "{cm:Start}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=all program=""{app}\{#Program}"""; Flags: runhidden; RunOnceId: "FirewallProgram"; Check: IsAdminInstallMode
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=all program=""{app}\{#Commands}"""; Flags: runhidden; RunOnceId: "FirewallCommands"; Check: IsAdminInstallMode

; The sessions and settings of people, under %LOCALAPPDATA%\Dilemmaspel, stay when it is removed.
